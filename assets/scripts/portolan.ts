import { focusErrorSummary } from './error-summary.ts'

focusErrorSummary()
