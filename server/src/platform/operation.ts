import { Delete, Get, Header, HttpCode, Patch, Post, Put, SetMetadata, applyDecorators } from '@nestjs/common'
import { REST, type OperationName } from '@roundtable/shared/protocol'

export const OPERATION = Symbol('operation')

/**
 * Binds a controller method to its entry of the REST table: method, path and status come from there alone.
 * Answers are for one person at one moment: no cache, not even the browser's, shows them after sign-out.
 */
export function Operation(name: OperationName): MethodDecorator {
  const { method, path } = REST[name]
  const route = path.replace(/\{(\w+)\}/g, ':$1')
  const verb = { get: Get, post: Post, put: Put, patch: Patch, delete: Delete }[method]
  return applyDecorators(
    verb(route),
    HttpCode('answer' in REST[name] ? 200 : 204),
    Header('Cache-Control', 'no-store'),
    SetMetadata(OPERATION, name)
  )
}
