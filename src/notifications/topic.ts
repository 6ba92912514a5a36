/** Kinds of news a person chooses channels for. What concerns the safety of the account is always told by mail. */
export const topics = ['case-news', 'deadlines', 'messages'] as const
export type Topic = (typeof topics)[number]

export const channels = ['email', 'text'] as const
export type Channel = (typeof channels)[number]

/** How news of a topic comes; neither: it is only on the page. */
export interface Choice {
  readonly email: boolean
  readonly text: boolean
}

export type Choices = Readonly<Record<Topic, Choice>>

export const usualChoice: Choice = { email: true, text: false }
