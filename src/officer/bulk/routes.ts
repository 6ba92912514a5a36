import type { Route } from '../../platform/http/page.ts'
import { bulkPage, changeManyPage, stopBulkAction } from './bulk-page.tsx'

export const bulkRoutes: readonly Route[] = [changeManyPage, bulkPage, stopBulkAction]
