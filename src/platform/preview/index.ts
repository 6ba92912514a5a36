export { copyForOthers, factsOf, previewOf } from './preview.ts'
export type { FileFacts, FileKind, ReaderLimits } from './reader/facts.ts'
export type { ReaderBudget } from './run-reader.ts'
