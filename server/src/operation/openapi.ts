import { ERRORS } from '@roundtable/shared/error'
import { REST, type Operation } from '@roundtable/shared/protocol'
import { z } from 'zod'
import { VERSION } from '../platform/version.js'

const json = (schema: z.ZodType, io: 'input' | 'output'): object => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) }
})

function operationObject(name: string, operation: Operation): object {
  const { summary, signedIn, query, body, answer } = operation
  const queryProperties = query
    ? (z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, object> }).properties
    : undefined
  return {
    operationId: name,
    summary,
    ...(signedIn ? { security: [{ session: [] }] } : { security: [] }),
    parameters: [
      ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
        name: parameter,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' }
      })),
      ...Object.entries(queryProperties ?? {}).map(([parameter, schema]) => ({ name: parameter, in: 'query', required: false, schema }))
    ],
    ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
    responses: {
      ...(answer ? { 200: { description: summary, content: json(answer, 'output') } } : { 204: { description: 'Done' } }),
      default: { $ref: '#/components/responses/Problem' }
    }
  }
}

/** The API as OpenAPI 3.1, written from the same table that routes and parses. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, operation] of Object.entries(REST)) (paths[operation.path] ??= {})[operation.method] = operationObject(name, operation)
  return {
    openapi: '3.1.0',
    info: { title: 'Roundtable', version: VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'rt_session' } },
      responses: {
        Problem: {
          description: 'The request was refused; nothing was changed',
          content: { 'application/problem+json': { schema: PROBLEM } }
        }
      }
    }
  }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'args', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    args: { type: 'object' },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['field', 'reason'], properties: { field: { type: 'string' }, reason: { type: 'string' } } }
    }
  }
}
