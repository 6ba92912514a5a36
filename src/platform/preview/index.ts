export { copyForOthers, factsOf, previewOf } from './preview.ts'
export type { FileFacts, FileKind, ReaderLimits } from './reader/facts.ts'
export { type ReadFile, runReader } from './run-reader.ts'
