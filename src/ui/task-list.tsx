import type { ComponentChildren } from 'preact'
import type { Text } from '../platform/i18n/text.ts'
import { Tag, type TagKind } from './tag.tsx'

export type TaskState = 'done' | 'started' | 'open' | 'problem' | 'later'

export type Task = { title: string; state: TaskState; /** Left out for what cannot be begun yet. */ href?: string; hint?: ComponentChildren }

const tags: Record<TaskState, TagKind> = { done: 'good', started: 'wait', open: 'plain', problem: 'act', later: 'plain' }
const ports: Record<TaskState, string> = { done: 'done', started: 'now', open: 'now', problem: 'now', later: 'later' }

function TaskLine({ t, task, id }: { t: Text; task: Task; id: string }) {
  return (
    <li class={`port port--${ports[task.state]} task`}>
      <span class="task-name">
        {task.href ? (
          <a href={task.href} aria-describedby={id}>
            {task.title}
          </a>
        ) : (
          <span class="task-later">{task.title}</span>
        )}
        {task.hint ? <span class="muted">{task.hint}</span> : null}
      </span>
      <span id={id}>
        <Tag kind={tags[task.state]}>{t(`ui.task.${task.state}`)}</Tag>
      </span>
    </li>
  )
}

/** The parts of a filing with the state of each; `name` keeps the ids of two lists on a page apart. */
export function TaskList({ t, tasks, name = 'task' }: { t: Text; tasks: readonly Task[]; name?: string }) {
  return (
    <ol class="course task-list">
      {tasks.map((task, index) => (
        <TaskLine key={task.title} t={t} task={task} id={`${name}-${index + 1}-state`} />
      ))}
    </ol>
  )
}
