/** The steps and their counters in English: what each one counts, in which unit, when it moves (docs/regards-api/sessions.md 6). */
import type { StepLabels } from '../step-labels'

export const steps = {
  scan: {
    title: 'Data provider',
    groups: { chain: 'Chain', files: 'Files', products: 'Products' },
    properties: {
      chainRunning: {
        label: 'Jobs running',
        hint: 'Jobs of the acquisition chain (scan, generation, post-processing) running for this session now. Counts jobs, not files or products.',
      },
      filesAcquired: {
        label: 'Acquired',
        hint: 'Valid files registered by the scans of this session. Falls when products are deleted, with their files.',
      },
      filesInvalid: {
        label: 'Invalid',
        hint: 'Files refused by a scan or while building a product. REGARDS does not call them errors, no relaunch takes them up, and the figure never falls.',
      },
      generatedProducts: {
        label: 'Submitted for referencing',
        hint: 'Products whose description (SIP) was generated and submitted to ingest. Falls when a product is deleted or goes back to generation.',
      },
      complete: {
        label: 'Complete',
        hint: 'Products that have all their files and whose description is neither submitted nor in error yet. Falls as they move on.',
      },
      ingested: {
        label: 'Confirmed by ingest',
        hint: 'Products that ingest answered it has referenced, among those submitted. Falls when a product is deleted.',
      },
      productsErrors: {
        label: 'Errors a relaunch takes up',
        hint: 'Products whose generation failed plus products whose ingestion failed. A sum made here; invalid products are not part of it.',
      },
      generationError: {
        label: 'Generation failed',
        hint: 'Products whose description (SIP) could not be generated. Falls when they are relaunched or deleted.',
      },
      ingestionFailed: {
        label: 'Ingestion failed',
        hint: 'Products that ingest answered it could not reference. Falls when they are ingested later, relaunched or deleted.',
      },
      invalid: {
        label: 'Invalid',
        hint: 'Products with more files than their type allows. They count as errors, but no relaunch cures them: correct or delete the files.',
      },
      incomplete: {
        label: 'Incomplete',
        hint: 'Products still waiting for some of their files. Falls when the missing files arrive.',
      },
      productsCanceled: {
        label: 'Cancelled',
        hint: 'Products given up: cancelled, or whose ingest request was deleted. Falls when the product is deleted.',
      },
    },
  },
  workers: {
    title: 'Worker manager',
    groups: { requests: 'Requests', byWorker: 'By worker' },
    properties: {
      total: {
        label: 'Received',
        hint: 'Requests received by the worker manager for this session, less those deleted.',
      },
      noWorkerAvailable: {
        label: 'No worker available',
        hint: 'Requests waiting because no worker takes their content type. They go on when such a worker comes up.',
      },
      inProgress: {
        label: 'In progress',
        hint: 'Requests dispatched to this worker plus requests it is working on. A sum made here.',
      },
      running: { label: 'Running', hint: 'Requests this worker is working on now.' },
      dispatched: { label: 'Dispatched', hint: 'Requests sent to this worker that it has not begun.' },
      errors: {
        label: 'Errors',
        hint: 'Requests in error plus requests with an invalid content. A sum made here; a relaunch takes up both.',
      },
      error: {
        label: 'In error',
        hint: 'Requests this worker failed to process. Falls when they are relaunched or deleted.',
      },
      invalid: {
        label: 'Invalid content',
        hint: 'Requests this worker refused because of their content. Falls when they are relaunched or deleted; unchanged content is likely to be refused again.',
      },
      done: { label: 'Done', hint: 'Requests this worker has processed with success.' },
      retry: {
        label: 'To dispatch again',
        hint: 'Relaunched requests on their way back to a worker. REGARDS counts them neither as running nor as errors.',
      },
      deletion: { label: 'To delete', hint: 'Requests that are going to be deleted.' },
    },
  },
  oais: {
    title: 'OAIS',
    groups: { requests: 'Requests', products: 'Products', postProcessing: 'Post-processing' },
    properties: {
      totalRequests: {
        label: 'Received',
        hint: 'Ingest requests registered for this session. Falls when a request in error is deleted.',
      },
      requestsRunning: {
        label: 'Running',
        hint: 'Ingest requests whose generation or storage is going on. Falls when it ends, well or badly.',
      },
      productWaitVersionMode: {
        label: 'Waiting for a versioning choice',
        hint: 'Requests for a product already known, for which somebody must choose: new version, replace or ignore.',
      },
      requestsErrors: {
        label: 'Errors',
        hint: 'Ingest requests whose generation or storage failed. Falls when they are relaunched or deleted. A failure in the final notification is not counted.',
      },
      referencedProducts: {
        label: 'Referenced',
        hint: 'Products (AIPs) that ingest has stored. Falls when a product is deleted.',
      },
      newProductVersions: {
        label: 'New versions',
        hint: 'Products that are a new version of one already known. Never falls.',
      },
      replacedProducts: {
        label: 'Replaced',
        hint: 'Products of which a newer version took the place of the former one. Never falls.',
      },
      ignoredProducts: {
        label: 'Ignored',
        hint: 'Products set aside because the versioning mode says to ignore those already known. Not an error for REGARDS; never falls.',
      },
      deletedProducts: { label: 'Deleted', hint: 'Products deleted from the archive. Never falls.' },
      postProcessPending: {
        label: 'Pending',
        hint: 'Products waiting for their post-processing. Falls when it ends, well or badly.',
      },
      postProcessSuccess: { label: 'Done', hint: 'Products whose post-processing has succeeded.' },
      postProcessErrors: {
        label: 'Failed',
        hint: 'Products whose post-processing failed. REGARDS does not add them to the errors of the step. Falls on relaunch.',
      },
    },
  },
  feature: {
    title: 'GeoJSON',
    groups: {
      requests: 'Requests received',
      running: 'Requests running',
      errors: 'Requests in error',
      denied: 'Requests denied',
      products: 'Products',
    },
    properties: {
      referencingRequests: {
        label: 'Creation',
        hint: 'Creation requests granted. Falls when a request in error is deleted.',
      },
      updateRequests: { label: 'Update', hint: 'Update requests granted. Falls when a request in error is deleted.' },
      deleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests granted. Falls when a request in error is deleted.',
      },
      notifyRequests: {
        label: 'Notification',
        hint: 'Notification requests granted. Falls when a request in error is deleted.',
      },
      runningReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests being processed now. Falls when they end, well or badly.',
      },
      runningUpdateRequests: {
        label: 'Update',
        hint: 'Update requests being processed now. Falls when they end, well or badly.',
      },
      runningDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests being processed now. Falls when they end, well or badly.',
      },
      runningNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests being processed now. Falls when they end, well or badly.',
      },
      requestsErrors: {
        label: 'All types',
        hint: 'Requests in error of the four types together. A sum made here.',
      },
      inErrorReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests in error. Falls when they are relaunched or deleted.',
      },
      inErrorUpdateRequests: {
        label: 'Update',
        hint: 'Update requests in error. Falls when they are relaunched or deleted.',
      },
      inErrorDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests in error. Falls when they are relaunched or deleted.',
      },
      inErrorNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests in error. Falls when they are relaunched or deleted.',
      },
      deniedReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests refused on arrival, for example because they are not valid. Not an error for REGARDS: nothing to relaunch, the sender must send again.',
      },
      deniedUpdateRequests: {
        label: 'Update',
        hint: 'Update requests refused on arrival. Not an error for REGARDS: nothing to relaunch, the sender must send again.',
      },
      deniedDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests refused on arrival. Not an error for REGARDS: nothing to relaunch, the sender must send again.',
      },
      deniedNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests refused on arrival. Not an error for REGARDS: nothing to relaunch, the sender must send again.',
      },
      referencedProducts: {
        label: 'Referenced',
        hint: 'Products (features) created. Falls when a product is deleted.',
      },
      updatedProducts: {
        label: 'Updated',
        hint: 'Updates applied to products. The same product counts at each update.',
      },
      deletedProducts: { label: 'Deleted', hint: 'Products deleted. Rises while the referenced ones fall.' },
      notifyProducts: {
        label: 'Notified',
        hint: 'Products whose notification was sent on request. The same product counts at each notification.',
      },
    },
  },
  storage: {
    title: 'Storage',
    groups: { requests: 'Requests', files: 'Files' },
    properties: {
      storeRequests: {
        label: 'To store',
        hint: 'Files asked to be stored: REGARDS puts a copy in a storage space.',
      },
      referenceRequests: {
        label: 'To reference',
        hint: 'Files asked to be kept by reference: the metadata of the product say where the file is, nothing is copied.',
      },
      copyRequests: { label: 'To copy', hint: 'Files asked to be copied from one storage space to another.' },
      deleteRequests: { label: 'To delete', hint: 'Files asked to be deleted.' },
      requestsRunning: {
        label: 'Running',
        hint: 'File requests (storage, deletion, copy) being processed now. Falls when they end, well or badly.',
      },
      requestsErrors: {
        label: 'Errors',
        hint: 'File requests in error: storage, deletion and copy together. Falls when they are relaunched or deleted.',
      },
      requestsRefused: {
        label: 'Refused',
        hint: 'File requests refused on arrival, for example for an unknown storage space. Not an error for REGARDS: nothing to relaunch.',
      },
      storedFiles: {
        label: 'Stored',
        hint: 'Files of which a copy was put in a storage space. Falls when a file is deleted.',
      },
      referencedFiles: {
        label: 'By reference',
        hint: 'Files known by their address only, nothing copied. Falls when a file is deleted.',
      },
      deletedFiles: { label: 'Deleted', hint: 'Files deleted. Rises while the stored or referenced ones fall.' },
    },
  },
  catalog: {
    title: 'Catalogue',
    groups: { products: 'Products' },
    properties: {
      indexed: {
        label: 'Indexed',
        hint: 'Products that users can find in the catalogue. Falls when a product is withdrawn; starts again from zero when the index is rebuilt.',
      },
      indexedError: {
        label: 'Indexing errors',
        hint: 'Products whose indexing failed. Never falls, even when a later crawl succeeds, unless the index is rebuilt; there is no relaunch for it.',
      },
    },
  },
  fem_dissemination: {
    title: 'Recipients',
    groups: { byRecipient: 'By recipient' },
    properties: {
      pending: {
        label: 'Pending',
        hint: 'Products sent to this recipient that it must still acknowledge. Falls with each acknowledgement.',
      },
      done: {
        label: 'Done',
        hint: 'Products this recipient acknowledged, or that were sent to it without needing an acknowledgement. Never falls.',
      },
    },
  },
} as const satisfies StepLabels
