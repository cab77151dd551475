/** The address of a service in a region, or the one the environment sets for tests and private endpoints. */
export function awsEndpoint(service: string, region: string, env: NodeJS.ProcessEnv): URL {
  const own =
    env[`AWS_ENDPOINT_URL_${service.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] ?? env.AWS_ENDPOINT_URL;
  if (own) return new URL(own.endsWith('/') ? own : `${own}/`);
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`https://${service.replace('_', '')}.${region}.${suffix}/`);
}
