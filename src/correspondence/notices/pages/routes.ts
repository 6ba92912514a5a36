import type { Route } from '../../../platform/http/page.ts'
import { noticeKeysEndpoint } from './keys-endpoint.ts'
import { noticePage } from './notice-page.tsx'
import { noticePdfEndpoint } from './notice-pdf-endpoint.ts'
import { noticesPage } from './notices-page.tsx'
import { verifyCodePage, verifyPage } from './verify-pages.tsx'

export const noticeRoutes: readonly Route[] = [noticesPage, noticePage, noticePdfEndpoint, verifyPage, verifyCodePage, noticeKeysEndpoint]
