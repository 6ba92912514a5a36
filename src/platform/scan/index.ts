export { type Clamd, clamdAt } from './clamd.ts'
export { readClamdUrl } from './clamd-address.ts'
export { cleanFileName } from './file-name.ts'
export {
  type InspectedUpload,
  inspectAnnounced,
  inspectStart,
  inspectUpload,
  type StartRefusal,
  startBytes,
  type UploadLimits,
  type UploadRefusal,
} from './inspect-upload.ts'
export type { ScanPort, ScanVerdict } from './scan.ts'
export { structuralScanner } from './structural-scanner.ts'
