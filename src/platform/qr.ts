import { createRequire } from 'node:module'

/** Two megabytes of code for the few pages that show a picture: loaded where the first is drawn. */
const drawer = () => createRequire(import.meta.url)('bwip-js/node') as { toSVG(options: object): string }

/** A QR code (ISO/IEC 18004, error correction M) as one line of SVG: paths and attributes only, no style, no script. */
export const qrDrawing = (text: string): string =>
  drawer().toSVG({ bcid: 'qrcode', text, scale: 2, eclevel: 'M' }).replaceAll('\n', '')
