import { defineRules } from './define.js';

export const rules = defineRules('nvidia', [
  {
    id: 'nvidia-api-key',
    title: 'NVIDIA API key',
    impact: "Uses models, or reads containers and data, at the organization's cost.",
    reference:
      'https://docs.nvidia.com/ngc/gpu-cloud/ngc-private-registry-user-guide/index.html#generating-api-key',
    remediation: 'Delete it at https://org.ngc.nvidia.com/setup/api-keys.',
    keywords: ['nvapi-'],
    pattern: /\b(?<secret>nvapi-[A-Za-z0-9_-]{60,70})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['NVIDIA_API_KEY=nvapi-{base64url:64}'] },
  },
  {
    id: 'nvidia-ngc-api-key',
    title: 'NVIDIA NGC API key',
    impact: 'Reads and publishes containers and models of the organization.',
    reference:
      'https://docs.nvidia.com/ngc/gpu-cloud/ngc-private-registry-user-guide/index.html#generating-api-key',
    remediation: 'Delete it at https://org.ngc.nvidia.com/setup/api-keys.',
    keywords: ['ngc_', 'ngc', 'nvcr.io', 'ngc-'],
    value: /[A-Za-z0-9]{84}/,
    minEntropy: 4,
    examples: { match: ['NGC_API_KEY={alnum:84}'] },
  },
]);
