/** How a judge goes through the sheets: number by number, or one aspect of all numbers. */
export type Mode = 'entry' | 'aspect'
