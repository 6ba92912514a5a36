export { type HeldContext, type HeldFile, type HeldPart, heldPart } from './held-part.ts'
export { measuringStream } from './measure.ts'
export { numberedPath, safeName } from './safe-name.ts'
export { openZip, type Zip, type ZippedFile } from './zip.ts'
