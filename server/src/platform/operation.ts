import { Delete, Get, HttpCode, Post, SetMetadata, applyDecorators } from '@nestjs/common'
import { REST, type OperationName } from '@roundtable/shared/protocol'

export const OPERATION = Symbol('operation')

/** Binds a controller method to its entry of the REST table: method, path and status come from there alone. */
export function Operation(name: OperationName): MethodDecorator {
  const { method, path } = REST[name]
  const route = path.replace(/\{(\w+)\}/g, ':$1')
  const verb = { get: Get, post: Post, delete: Delete }[method]
  return applyDecorators(verb(route), HttpCode('answer' in REST[name] ? 200 : 204), SetMetadata(OPERATION, name))
}
