import { codePhoneOf } from '../accounts/index.ts'
import { operation } from '../platform/operation.ts'
import { upsertChoice } from './choice-store.ts'
import { type Choices, topics } from './topic.ts'

/** How a person wants to be told of each kind of news. Text messages need a phone that was proven. */
export const chooseChannels = operation({
  name: 'notifications.choose-channels',
  allow: (actor, _choices: Choices) => actor.kind === 'account' && actor.id !== null,
  refusals: ['no-phone'],
  async run(context, choices) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = actor.id as string
    const wanted = (channel: 'email' | 'text') => topics.filter((topic) => choices[topic][channel]).join(' ')
    audit({ account, detail: { email: wanted('email'), text: wanted('text') } })
    const wantsTexts = topics.some((topic) => choices[topic].text)
    if (wantsTexts && !(services.sms.isOffered && (await codePhoneOf(context, account)))) return refuse('no-phone')
    for (const topic of topics) await upsertChoice(tx, account, topic, choices[topic], now)
  },
})
