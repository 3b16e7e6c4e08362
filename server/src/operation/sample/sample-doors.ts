import type { INestApplicationContext, Type } from '@nestjs/common'
import type { Logger } from 'pino'
import { alone } from '../../database/alone.js'
import { PersonService } from '../../identity/index.js'
import { DocumentService } from '../../live/index.js'
import { TaskService } from '../../roadmap/index.js'
import { DefinitionService, ProfileService, StageService, WORKSPACE_STORE, type WorkspaceStore } from '../../workspace/index.js'
import { LOGGER } from '../../platform/tokens.js'
import type { SampleDoors } from './load-sample-country.js'

/** The doors through which the sample country comes in: the services of a running application. */
export function sampleDoors(nest: Pick<INestApplicationContext, 'get'>, databaseUrl: string): SampleDoors {
  const door = <T>(token: Type<T> | symbol): T => nest.get<T>(token, { strict: false })
  return {
    alone: (work) => alone(databaseUrl, 'roundtable sample country', door<Logger>(LOGGER), work),
    people: door(PersonService),
    workspaces: door<WorkspaceStore>(WORKSPACE_STORE),
    documents: door(DocumentService),
    definition: door(DefinitionService),
    profile: door(ProfileService),
    stages: door(StageService),
    tasks: door(TaskService)
  }
}
