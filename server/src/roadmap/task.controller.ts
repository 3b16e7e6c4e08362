import { Controller, Inject, UseGuards } from '@nestjs/common'
import {
  answerTaskSchema,
  askForTaskSchema,
  taskDoneSchema,
  taskHistoryQuerySchema,
  taskStatusSchema,
  type AnswerTask,
  type AskForTask,
  type SayTaskDone,
  type SetTaskStatus,
  type TaskHistory,
  type TaskHistoryQuery,
  type TasksView
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { IdempotencyKey } from '../platform/idempotent.js'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedBody, ParsedQuery } from '../platform/parsed.js'
import { TaskService } from './task.service.js'

@Controller()
@UseGuards(SessionGuard)
export class TaskController {
  constructor(@Inject(TaskService) private readonly tasks: TaskService) {}

  @Operation('getTasks')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<TasksView> {
    return this.tasks.view(personId, id)
  }

  @Operation('getTaskHistory')
  history(
    @IdParam() id: string,
    @ParsedQuery(taskHistoryQuerySchema) { task }: TaskHistoryQuery,
    @SignedIn() { personId }: Authenticated
  ): Promise<TaskHistory> {
    return this.tasks.history(personId, id, task ?? null)
  }

  @Operation('askForTask')
  ask(
    @IdParam() id: string,
    @ParsedBody(askForTaskSchema) body: AskForTask,
    @IdempotencyKey() key: string | null,
    @SignedIn() { personId }: Authenticated
  ): Promise<TasksView> {
    return this.tasks.ask(personId, id, body, key)
  }

  @Operation('answerTask')
  answer(
    @IdParam() id: string,
    @ParsedBody(answerTaskSchema) body: AnswerTask,
    @SignedIn() { personId }: Authenticated
  ): Promise<TasksView> {
    return this.tasks.answer(personId, id, body)
  }

  @Operation('withdrawAssignment')
  async withdraw(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<void> {
    await this.tasks.withdraw(personId, id)
  }

  @Operation('setTaskStatus')
  setStatus(
    @IdParam() id: string,
    @ParsedBody(taskStatusSchema) body: SetTaskStatus,
    @SignedIn() { personId }: Authenticated
  ): Promise<TasksView> {
    return this.tasks.setStatus(personId, id, body)
  }

  @Operation('sayTaskDone')
  sayDone(
    @IdParam() id: string,
    @ParsedBody(taskDoneSchema) body: SayTaskDone,
    @SignedIn() { personId }: Authenticated
  ): Promise<TasksView> {
    return this.tasks.sayDone(personId, id, body)
  }
}
