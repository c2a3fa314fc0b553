/** A table as CSV that Excel opens in Chinese at once: byte order mark, CRLF, every field quoted. */
export function asCsv(rows: string[][]): string {
  return '\uFEFF' + rows.map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
}

/* A name that begins with = or @ would be run as a formula by spreadsheet programs; negative numbers stay numbers. */
function field(text: string): string {
  const guarded = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}

export function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
