# keyhound migrate, and rotate with a value of yours: add versions below one folder of a KV version 2 engine.
# Replace "secret" by the engine and "app" by the folder. Nothing can be deleted or destroyed with it.

# read what is there, write a new version with check-and-set, read it back
path "secret/data/app/*" {
  capabilities = ["create", "read", "update"]
}

# the version to compare and set against, where an entry was deleted
path "secret/metadata/app/*" {
  capabilities = ["read"]
}
