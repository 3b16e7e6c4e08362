import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/index.js'
import { MyWorkController } from './my-work.controller.js'

/** What waits for a person, wherever they sit: read through the doors of what asks it. */
@Module({ imports: [IdentityModule], controllers: [MyWorkController] })
export class MyWorkModule {}
