const LINE_FEED = 10

/** Lines of a file that hold something beside its heading, read piece by piece: it may be larger than memory should hold. */
export async function countRows(file: Blob): Promise<number> {
  const reader = file.stream().getReader()
  let lines = 0
  let open = false
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) {
      if (byte === LINE_FEED) {
        if (open) lines++
        open = false
      } else if (byte > 32) open = true
    }
  }
  return Math.max(0, lines + (open ? 1 : 0) - 1)
}
