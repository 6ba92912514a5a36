import type { Route } from '../../platform/http/page.ts'
import { accessPage } from './access-page.tsx'
import { endRepresentativePage } from './end-page.tsx'
import { findAccessPage } from './find-page.tsx'
import { openAccessPage } from './open-page.tsx'
import { withdrawCodePage } from './withdraw-page.tsx'

/** Every address where the office sees who has access to a case from paper. */
export const accessRoutes: readonly Route[] = [findAccessPage, accessPage, openAccessPage, withdrawCodePage, endRepresentativePage]
