export type { CopyOfRecordWords, Facts, LetterWords, PdfDocument, ScannedCode } from './document.ts'
export { renderPdf } from './render-pdf.ts'
