import { toSVG } from 'bwip-js/node'

/** A QR code (ISO/IEC 18004, error correction M) as one line of SVG: paths and attributes only, no style, no script. */
export const qrDrawing = (text: string): string =>
  toSVG({ bcid: 'qrcode', text, scale: 2, eclevel: 'M' } as Parameters<typeof toSVG>[0]).replaceAll('\n', '')
