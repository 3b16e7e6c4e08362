import { identityEntities } from '../identity/entities.js'
import { workspaceEntities } from '../workspace/entities.js'

export type EntityClass = new () => object

/** Every table row class, named here for the data source alone; each feature lists its own. */
export const entities: EntityClass[] = [...identityEntities, ...workspaceEntities]
