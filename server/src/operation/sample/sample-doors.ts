import type { INestApplicationContext } from '@nestjs/common'
import type { Logger } from 'pino'
import { alone } from '../../database/alone.js'
import { PersonService } from '../../identity/index.js'
import { DocumentService } from '../../live/index.js'
import { TaskService } from '../../roadmap/index.js'
import { DefinitionService, ProfileService, StageService, WORKSPACE_STORE, type WorkspaceStore } from '../../workspace/index.js'
import { LOGGER } from '../../platform/tokens.js'
import type { SampleDoors } from './load-sample-country.js'

/** The doors through which the sample country comes in: the services of a running application. */
export function sampleDoors(nest: INestApplicationContext, databaseUrl: string): SampleDoors {
  return {
    alone: (work) => alone(databaseUrl, 'roundtable sample country', nest.get<Logger>(LOGGER), work),
    people: nest.get(PersonService),
    workspaces: nest.get<WorkspaceStore>(WORKSPACE_STORE),
    documents: nest.get(DocumentService),
    definition: nest.get(DefinitionService, { strict: false }),
    profile: nest.get(ProfileService, { strict: false }),
    stages: nest.get(StageService, { strict: false }),
    tasks: nest.get(TaskService, { strict: false })
  }
}
