import type { FormDefinition, Texts } from '../definition/definition.ts'
import { listsForm, listsTexts } from './sample-lists.ts'

const children = [
  { id: 'name', questions: ['childGivenName', 'childFamilyName'] },
  { id: 'birth', questions: ['childBornOn'] },
  { id: 'home', questions: ['childLivesWith', 'childElsewhere'] },
]

/** The form with lists, a child of which is entered on three pages. */
export const entryPagesForm: FormDefinition = {
  ...listsForm,
  form: 'x-3',
  parts: listsForm.parts.map((part) => ({
    ...part,
    pages: part.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) => (question.id === 'children' ? { ...question, pages: children } : question)),
    })),
  })),
}

export const entryPagesTexts: Texts = {
  ...listsTexts,
  'children.page.name': 'The name of the child',
  'children.page.birth': 'The birth of the child',
  'children.page.home': 'The home of the child',
}
