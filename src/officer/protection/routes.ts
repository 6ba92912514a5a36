import type { Route } from '../../platform/http/page.ts'
import { heldLettersPage } from './held-letters-page.tsx'
import { liftRoutes } from './lift-page.tsx'
import { protectionPage } from './protection-page.tsx'
import { safePlacePage } from './safe-place-page.tsx'

export const protectionRoutes: readonly Route[] = [protectionPage, safePlacePage, ...liftRoutes, heldLettersPage]
