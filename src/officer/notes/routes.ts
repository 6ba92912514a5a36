import type { Route } from '../../platform/http/page.ts'
import { pinNoteAction, strikeNoteAction, writeNotePage } from './notes-page.tsx'

export const noteRoutes: readonly Route[] = [writeNotePage, strikeNoteAction, pinNoteAction]
