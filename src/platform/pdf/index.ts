export type { CopyOfRecordWords, Facts, InLanguage, LetterWords, PdfDocument, Said, ScannedCode } from './document.ts'
export { renderPdf } from './render-pdf.ts'
