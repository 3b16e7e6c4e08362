import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { SeatStore } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { DocumentService, LiveModule } from '../live/index.js'
import { TypeormWorkspaceStore } from './typeorm-workspace.store.js'
import { WorkspaceController } from './workspace.controller.js'
import { WorkspaceService } from './workspace.service.js'
import { WORKSPACE_STORE, type WorkspaceStore } from './workspace.store.js'

@Module({
  imports: [IdentityModule, LiveModule],
  controllers: [WorkspaceController],
  providers: [
    { provide: WORKSPACE_STORE, useFactory: (source: DataSource) => new TypeormWorkspaceStore(source), inject: [DataSource] },
    {
      provide: WorkspaceService,
      useFactory: (store: WorkspaceStore, seats: SeatStore, documents: DocumentService) => new WorkspaceService(store, seats, documents),
      inject: [WORKSPACE_STORE, SeatStore, DocumentService]
    }
  ],
  exports: [WORKSPACE_STORE, WorkspaceService]
})
export class WorkspaceModule {}
