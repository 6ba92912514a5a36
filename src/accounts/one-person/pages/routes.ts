import type { Route } from '../../../platform/http/page.ts'
import { mergePage } from './merge.tsx'
import { anotherMergeCode, mergeCodePage, otherMergeWay } from './merge-code.tsx'
import { mergeConfirmPage } from './merge-confirm.tsx'

export const onePersonRoutes: readonly Route[] = [mergePage, mergeCodePage, anotherMergeCode, otherMergeWay, mergeConfirmPage]
