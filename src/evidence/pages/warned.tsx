import { Icon } from '../../ui/index.ts'

/** What is told of a file in its list and keeps nobody from sending it. */
export const Warned = ({ words }: { words: string }) => (
  <p class="evidence-warning">
    <Icon name="warn" />
    <span>{words}</span>
  </p>
)
