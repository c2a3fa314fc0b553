/** The least number from 1 that no wall carries. */
export function nextWall(walls: readonly { number: number }[]): number {
  const taken = new Set(walls.map((wall) => wall.number))
  let number = 1
  while (taken.has(number)) number++
  return number
}
