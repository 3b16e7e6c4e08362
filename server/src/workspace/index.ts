export { WorkspaceModule } from './workspace.module.js'
export { WORKSPACE_STORE, type WorkspaceStore } from './workspace.store.js'
