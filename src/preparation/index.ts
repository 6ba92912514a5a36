import type { Route } from '../platform/http/page.ts'
import { clientRoutes } from './client-routes.ts'
import { chooseFormPage } from './work/choose-form-page.tsx'
import { preparationPage } from './work/preparation-page.tsx'
import { preparedDraftEndpoint } from './work/prepared-draft.ts'

export { preparationJobs } from './client-routes.ts'
export { clientMailKinds as preparationMailKinds } from './mails.ts'
export { endPreparationsOf } from './held/held-preparation-store.ts'
export { preparationsCard } from './work/client-card.tsx'
export { heldPreparation } from './held/held-preparation.ts'

export const preparationRoutes: readonly Route[] = [chooseFormPage, preparedDraftEndpoint, preparationPage, ...clientRoutes]
