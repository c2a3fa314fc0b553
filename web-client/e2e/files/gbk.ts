const LEADS = [0x81, 0xfe] as const
const TRAILS = [0x40, 0xfe] as const

/** Text as an old Chinese spreadsheet program saves it. Node decodes GBK but does not encode it, so the table is read backwards. */
export function gbk(text: string): Buffer {
  const codes = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gbk')
  for (let lead = LEADS[0]; lead <= LEADS[1]; lead++)
    for (let trail = TRAILS[0]; trail <= TRAILS[1]; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Buffer.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : [...(codes.get(sign) ?? [0x3f])])))
}
