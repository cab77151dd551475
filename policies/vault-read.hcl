# keyhound known, index build and mask: read one folder of a KV version 2 engine, earlier versions included.
# Replace "secret" by the engine and "app" by the folder.

# which entries and versions there are
path "secret/metadata/app/*" {
  capabilities = ["list", "read"]
}

# their values
path "secret/data/app/*" {
  capabilities = ["read"]
}
