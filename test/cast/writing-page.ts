import { h } from 'preact'
import type { Actor } from '../../src/platform/actor.ts'
import type { Access } from '../../src/platform/http/visit.ts'
import { type Answer, notFound, seeOther } from '../../src/platform/http/answer.ts'
import { csrfFieldName } from '../../src/platform/http/csrf.ts'
import { secretField, textField } from '../../src/platform/http/field.ts'
import { page, procedure, recordsNothing } from '../../src/platform/http/page.ts'
import type { paths } from '../../src/platform/paths.ts'

type Shown = { part: string | undefined }

/** A form of some other domain, in which a person writes for a while. Its pages are told apart by `?part=`; for others than `isFor` there is none. */
export const writingPage = (path: typeof paths.addCase | typeof paths.profile, access: Access, isFor: (actor: Actor) => boolean = () => true) =>
  page({
    path,
    access,
    audit: recordsNothing('a test'),
    toldApartBy: { name: 'part', shown: ({ part }: Shown) => part },
    load: async ({ visit, query }): Promise<Answer | Shown> => (isFor(visit.actor) ? { part: query.part } : notFound),
    fields: {
      words: textField({ empty: 'accounts.email.empty' }),
      secret: secretField({ empty: 'accounts.password.empty' }),
    },
    view: ({ form, context }) => ({
      title: 'writing',
      body: h('form', { action: context.url }, [
        h('p', null, form.parked ? 'here again' : 'fresh', ` words: ${form.value('words')}`),
        h('input', { type: 'hidden', name: csrfFieldName, value: context.csrfToken() }),
        h('button', null, 'Save'),
      ]),
    }),
    submit: {
      operation: procedure({ refusals: [], call: async (_context, _input: undefined) => ({ ok: true, output: undefined }) }),
      input: () => undefined,
      shows: {},
      then: () => seeOther('/account/security'),
    },
  })
