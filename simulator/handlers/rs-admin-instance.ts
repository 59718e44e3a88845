/** rs-admin-instance: the projects to propose at sign-in (docs/regards-api/README.md 3.6). */
import { PROJECTS } from '../accounts'
import { link } from '../envelope'
import { pageAnswer } from '../paging'
import type { Call } from './route'
import { routesOf } from './route'

const publicProjects = ({ search }: Call): Response =>
  pageAnswer(
    PROJECTS,
    ({ hasUsers, ...project }) => ({
      content: {
        ...project,
        isPublic: true,
        isPoleToBeManaged: false,
        crs: 'WGS_84',
      },
      links: [link('self', `rs-admin-instance/projects/${project.name}`)],
    }),
    { path: 'rs-admin-instance/projects/public', search },
  )

export const adminInstanceRoutes = routesOf('rs-admin-instance', {
  'GET /projects/public': {
    role: 'PUBLIC',
    description: 'Public projects',
    controller: 'ProjectController',
    answer: publicProjects,
  },
})
