package main

import (
	"encoding/base64"
	"fmt"
	"os"
)

// writeKubeconfigs does so at each start, as port or address may have changed. Certificates are embedded, so that the
// files can be copied elsewhere.
func writeKubeconfigs(o options) error {
	for identity, path := range map[string]string{
		"admin":       o.file("kubeconfig"),
		"controllers": o.pki("controllers.kubeconfig"),
		"scheduler":   o.pki("scheduler.kubeconfig"),
	} {
		if err := writeKubeconfig(o, identity, path); err != nil {
			return err
		}
	}
	return nil
}

func writeKubeconfig(o options, identity, path string) error {
	var data [3]string
	for i, name := range []string{"ca.crt", identity + ".crt", identity + ".key"} {
		b, err := os.ReadFile(o.pki(name))
		if err != nil {
			return err
		}
		data[i] = base64.StdEncoding.EncodeToString(b)
	}
	text := fmt.Sprintf(`apiVersion: v1
kind: Config
clusters:
- name: testbed
  cluster: {server: "%[1]s", certificate-authority-data: %[2]s}
users:
- name: %[4]s
  user: {client-certificate-data: %[3]s, client-key-data: %[5]s}
contexts:
- name: testbed
  context: {cluster: testbed, user: %[4]s}
current-context: testbed
`, o.server(), data[0], data[1], identity, data[2])
	return os.WriteFile(path, []byte(text), 0o600)
}
