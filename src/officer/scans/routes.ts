import type { Route } from '../../platform/http/page.ts'
import { scanEndpoint } from './scan-endpoint.ts'
import { scanPage } from './scan-page.tsx'

export const scanRoutes: readonly Route[] = [scanPage, scanEndpoint]
