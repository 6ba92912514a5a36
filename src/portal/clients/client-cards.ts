import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/http/page.ts'
import { preparationsCard } from '../../preparation/index.ts'
import type { Client } from '../../representation/index.ts'
import { casesCard } from './cases-card.tsx'

type AtClient = Context<{ client: string }>

/**
 * What a domain has of a client, as a card of `/clients/<client>`: `load` reads it (by a query of the domain's own, under the
 * rights of the representative), and draws it. Null: there is nothing to show.
 */
export type ClientCard = (context: AtClient, client: Client) => Promise<ComponentChildren>

/** The cards in the order of the page, before the names and the notes. Add a domain's here. */
const clientCards: readonly ClientCard[] = [preparationsCard, casesCard]

export const drawCards = (context: AtClient, client: Client): Promise<ComponentChildren[]> => Promise.all(clientCards.map((card) => card(context, client)))
