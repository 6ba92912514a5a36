import encodeQR from 'qr'

/** A library draws no code without a border; the free room around ours is the page's. */
const border = 1

/** The modules of a QR code (ISO/IEC 18004, error correction M), row by row; true: dark. Throws where there is no room for the text. */
const qrModules = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { ecc: 'medium', border }).slice(border, -border).map((row) => row.slice(border, -border))

/**
 * A QR code as one line of SVG: one path, a bar for each run of dark modules, no style, no script. The free room around it
 * that a reader needs (four modules) is the page's.
 */
export function qrDrawing(text: string): string {
  const modules = qrModules(text)
  const bars = modules.flatMap((row, y) => barsOf(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`))
  return `<svg viewBox="0 0 ${modules.length} ${modules.length}" xmlns="http://www.w3.org/2000/svg"><path d="${bars.join('')}"/></svg>`
}

/** Where the runs of dark modules of a row begin, and how long they are. */
function barsOf(row: readonly boolean[]): [from: number, length: number][] {
  const bars: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = bars.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else bars.push([x, 1])
  }
  return bars
}
