import type { TestProject } from 'vitest/node'
import { startTestCluster, type TestCluster } from './cluster'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

let cluster: TestCluster | undefined

export async function setup(project: TestProject): Promise<void> {
  cluster = await startTestCluster()
  project.provide('clusterUrl', cluster.ownerUrl)
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}
