/** The steps and their counters in English: what each one counts, in which unit, when it moves (docs/regards-api/sessions.md 6). */
import type { StepLabels } from '../step-labels'

export const steps = {
  scan: {
    title: 'Data provider',
    groups: { chain: 'Chain', files: 'Files', products: 'Products' },
    properties: {
      chainRunning: {
        label: 'Jobs running',
        hint: 'Acquisition chain jobs running now for this session. Jobs, not files or products.',
      },
      filesAcquired: {
        label: 'Acquired',
        hint: 'Valid files found by the scans. Goes down when products are deleted.',
      },
      filesInvalid: {
        label: 'Invalid',
        hint: 'Files rejected by a scan or while building a product. Not errors for REGARDS; cannot be relaunched. Never goes down.',
      },
      generatedProducts: {
        label: 'Generated',
        hint: 'Products generated (SIP) and submitted to Ingest. Goes down when a product is deleted or regenerated.',
      },
      complete: {
        label: 'Complete',
        hint: 'Products with all their files, not submitted yet and not in error.',
      },
      ingested: {
        label: 'Ingested',
        hint: 'Generated products that Ingest has confirmed as referenced. Goes down when a product is deleted.',
      },
      productsErrors: {
        label: 'Relaunchable errors',
        hint: 'Generation failures plus ingestion failures. Invalid products are not included. Calculated by the dashboard.',
      },
      generationError: {
        label: 'Generation failed',
        hint: 'Products whose description (SIP) could not be generated. Goes down when they are relaunched or deleted.',
      },
      ingestionFailed: {
        label: 'Ingestion failed',
        hint: 'Products that Ingest could not reference. Goes down when they are ingested, relaunched or deleted.',
      },
      invalid: {
        label: 'Invalid',
        hint: 'Products with too many files for their type. Counted as errors, but cannot be relaunched: correct or delete the files.',
      },
      incomplete: {
        label: 'Incomplete',
        hint: 'Products still missing some files. Goes down when the files arrive.',
      },
      productsCanceled: {
        label: 'Cancelled',
        hint: 'Products cancelled, or whose ingest request was deleted.',
      },
    },
  },
  workers: {
    title: 'Worker manager',
    groups: { requests: 'Requests', byWorker: 'By worker' },
    properties: {
      total: {
        label: 'Received',
        hint: 'Requests received by the Worker Manager for this session, minus those deleted.',
      },
      noWorkerAvailable: {
        label: 'No worker available',
        hint: 'Requests waiting for a worker that accepts their content type. They start when one is available.',
      },
      inProgress: {
        label: 'In progress',
        hint: 'Requests dispatched to this worker plus requests it is processing. Calculated by the dashboard.',
      },
      running: { label: 'Running', hint: 'Requests this worker is processing now.' },
      dispatched: { label: 'Dispatched', hint: 'Requests sent to this worker and not started yet.' },
      errors: {
        label: 'Errors',
        hint: 'Requests in error plus requests with invalid content. Both can be relaunched. Calculated by the dashboard.',
      },
      error: {
        label: 'In error',
        hint: 'Requests this worker failed to process. Goes down when they are relaunched or deleted.',
      },
      invalid: {
        label: 'Invalid content',
        hint: 'Requests refused by this worker for their content. Goes down when relaunched or deleted; unchanged content will probably be refused again.',
      },
      done: { label: 'Done', hint: 'Requests this worker has processed successfully.' },
      retry: {
        label: 'To dispatch again',
        hint: 'Relaunched requests waiting to be dispatched. Not counted as running or in error.',
      },
      deletion: { label: 'To delete', hint: 'Requests waiting to be deleted.' },
    },
  },
  oais: {
    title: 'OAIS',
    groups: { requests: 'Requests', products: 'Products', postProcessing: 'Post-processing' },
    properties: {
      totalRequests: {
        label: 'Received',
        hint: 'Ingest requests registered for this session. Goes down when a request in error is deleted.',
      },
      requestsRunning: {
        label: 'Running',
        hint: 'Ingest requests being generated or stored now.',
      },
      productWaitVersionMode: {
        label: 'Waiting for administrator',
        hint: 'Requests for existing products. Choose: new version, replace or ignore.',
      },
      requestsErrors: {
        label: 'Errors',
        hint: 'Ingest requests whose generation or storage failed. Failed final notifications are not counted.',
      },
      referencedProducts: {
        label: 'Referenced',
        hint: 'Products (AIPs) stored by Ingest. Goes down when a product is deleted.',
      },
      newProductVersions: {
        label: 'New versions',
        hint: 'Products that are a new version of an existing one. Never goes down.',
      },
      replacedProducts: {
        label: 'Replaced',
        hint: 'Products whose previous version was replaced by a newer one. Never goes down.',
      },
      ignoredProducts: {
        label: 'Ignored',
        hint: 'Existing products received again and ignored, as the versioning mode asks. Not an error for REGARDS. Never goes down.',
      },
      deletedProducts: { label: 'Deleted', hint: 'Products deleted from the archive. Never goes down.' },
      postProcessPending: {
        label: 'Pending',
        hint: 'Products waiting for post-processing.',
      },
      postProcessSuccess: { label: 'Done', hint: 'Products whose post-processing succeeded.' },
      postProcessErrors: {
        label: 'Failed',
        hint: 'Products whose post-processing failed. Not counted in the errors of the step. Goes down when relaunched.',
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
        hint: 'Creation requests granted. Goes down when a request in error is deleted.',
      },
      updateRequests: {
        label: 'Update',
        hint: 'Update requests granted. Goes down when a request in error is deleted.',
      },
      deleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests granted. Goes down when a request in error is deleted.',
      },
      notifyRequests: {
        label: 'Notification',
        hint: 'Notification requests granted. Goes down when a request in error is deleted.',
      },
      runningReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests being processed now.',
      },
      runningUpdateRequests: {
        label: 'Update',
        hint: 'Update requests being processed now.',
      },
      runningDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests being processed now.',
      },
      runningNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests being processed now.',
      },
      requestsErrors: {
        label: 'All types',
        hint: 'Requests in error, all four types. Calculated by the dashboard.',
      },
      inErrorReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests in error. Goes down when they are relaunched or deleted.',
      },
      inErrorUpdateRequests: {
        label: 'Update',
        hint: 'Update requests in error. Goes down when they are relaunched or deleted.',
      },
      inErrorDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests in error. Goes down when they are relaunched or deleted.',
      },
      inErrorNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests in error. Goes down when they are relaunched or deleted.',
      },
      deniedReferencingRequests: {
        label: 'Creation',
        hint: 'Creation requests refused on arrival, e.g. not valid. Not an error for REGARDS: cannot be relaunched, the sender must send again.',
      },
      deniedUpdateRequests: {
        label: 'Update',
        hint: 'Update requests refused on arrival. Not an error for REGARDS: cannot be relaunched, the sender must send again.',
      },
      deniedDeleteRequests: {
        label: 'Deletion',
        hint: 'Deletion requests refused on arrival. Not an error for REGARDS: cannot be relaunched, the sender must send again.',
      },
      deniedNotifyRequests: {
        label: 'Notification',
        hint: 'Notification requests refused on arrival. Not an error for REGARDS: cannot be relaunched, the sender must send again.',
      },
      referencedProducts: {
        label: 'Referenced',
        hint: 'Products (features) created. Goes down when a product is deleted.',
      },
      updatedProducts: {
        label: 'Updated',
        hint: 'Updates applied to products. A product counts once per update.',
      },
      deletedProducts: { label: 'Deleted', hint: 'Products deleted. Goes up when referenced products go down.' },
      notifyProducts: {
        label: 'Notified',
        hint: 'Products notified on request. A product counts once per notification.',
      },
    },
  },
  storage: {
    title: 'Storage',
    groups: { requests: 'Requests', files: 'Files' },
    properties: {
      storeRequests: {
        label: 'To store',
        hint: 'Files to copy into a storage location.',
      },
      referenceRequests: {
        label: 'To reference',
        hint: 'Files to reference: the product metadata give their location, nothing is copied.',
      },
      copyRequests: { label: 'To copy', hint: 'Files to copy from one storage location to another.' },
      deleteRequests: { label: 'To delete', hint: 'Files to delete.' },
      requestsRunning: {
        label: 'Running',
        hint: 'File requests (storage, deletion, copy) being processed now.',
      },
      requestsErrors: {
        label: 'Errors',
        hint: 'File requests in error (storage, deletion and copy). Goes down when they are relaunched or deleted.',
      },
      requestsRefused: {
        label: 'Refused',
        hint: 'File requests refused on arrival, e.g. unknown storage. Not an error for REGARDS: cannot be relaunched.',
      },
      storedFiles: {
        label: 'Stored',
        hint: 'Files copied into a storage location. Goes down when a file is deleted.',
      },
      referencedFiles: {
        label: 'Referenced',
        hint: 'Files known by their location only, not copied. Goes down when a file is deleted.',
      },
      deletedFiles: { label: 'Deleted', hint: 'Files deleted. Goes up when stored or referenced files go down.' },
    },
  },
  catalog: {
    title: 'Catalogue',
    groups: { products: 'Products' },
    properties: {
      indexed: {
        label: 'Indexed',
        hint: 'Products users can find in the catalogue. Goes down when a product is withdrawn; restarts at 0 when the index is rebuilt.',
      },
      indexedError: {
        label: 'Indexing errors',
        hint: 'Products whose indexing failed. Cannot be relaunched. Goes down only when the index is rebuilt.',
      },
    },
  },
  fem_dissemination: {
    title: 'Recipients',
    groups: { byRecipient: 'By recipient' },
    properties: {
      pending: {
        label: 'Pending',
        hint: 'Products this recipient has not acknowledged yet.',
      },
      done: {
        label: 'Done',
        hint: 'Products acknowledged by this recipient, or sent without needing an acknowledgement. Never goes down.',
      },
    },
  },
} as const satisfies StepLabels
