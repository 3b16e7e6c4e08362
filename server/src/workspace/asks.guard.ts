import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import { type Operation, type OperationName, REST, idParameterSchema } from '@roundtable/shared/protocol'
import type { Request } from 'express'
import { Intents } from '../ability/index.js'
import { signedInPerson } from '../identity/index.js'
import { OPERATION } from '../platform/operation.js'

/**
 * Decides what the REST table's `asks` says about the workspace of `{id}`, before the body is looked at: whoever may not do
 * it learns nothing about what it would take. Behind `SessionGuard`; the work itself is decided again in its transaction.
 */
@Injectable()
export class AsksGuard implements CanActivate {
  constructor(@Inject(Intents) private readonly intents: Intents) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationName | undefined
    const operation: Operation | undefined = name && REST[name]
    if (!operation?.asks) return true
    const request = context.switchToHttp().getRequest<Request>()
    const id = idParameterSchema.safeParse(request.params.id)
    if (!id.success) throw new RoundtableError('not_found')
    // Whoever may write their own part is let in to write it; whose it is, is decided where it is known.
    const object = operation.asks.action === 'edit-own' ? { ownership: 'own' as const } : {}
    await this.intents.member(signedInPerson(request).personId, id.data, { ...operation.asks, object })
    return true
  }
}
