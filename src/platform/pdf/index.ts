export type {
  CopyOfRecordWords,
  Facts,
  InLanguage,
  Led,
  LetterBlock,
  LetterPart,
  LetterWords,
  PdfDocument,
  Said,
  ScannedCode,
} from './document.ts'
export { renderPdf, type RenderedPdf, renderWithPages } from './render-pdf.ts'
