package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"time"
)

// identity is what a certificate is made for: a client is known by its names, a server also by its addresses.
type identity struct {
	file, commonName string
	organization     []string
	ips              []net.IP
	dns              []string
}

func identities(o options) []identity {
	masters := []string{"system:masters"}
	ips := []net.IP{net.ParseIP(loopback), net.ParseIP(serviceIP), net.ParseIP(o.address)}
	dns := []string{"localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"}
	return []identity{
		{file: "apiserver", commonName: "kube-apiserver", ips: ips, dns: dns},
		{file: "apiserver-kubelet", commonName: "kube-apiserver-kubelet", organization: masters},
		{file: "admin", commonName: "admin", organization: masters},
		{file: "controllers", commonName: "system:kube-controller-manager"},
		{file: "scheduler", commonName: "system:kube-scheduler"},
		{file: "front-proxy", commonName: "front-proxy-client"},
	}
}

// ensurePKI makes keys and certificates once for a state directory; a file named done says that all of them are there.
func ensurePKI(o options) error {
	if err := os.MkdirAll(o.pki(""), 0o700); err != nil {
		return err
	}
	if _, err := os.Stat(o.pki("done")); err == nil {
		return nil
	}
	ca, caKey, err := newCA(o)
	if err != nil {
		return err
	}
	for _, id := range identities(o) {
		if err := newCertificate(o, ca, caKey, id); err != nil {
			return err
		}
	}
	if _, err := newKey(o.pki("service-account.key")); err != nil {
		return err
	}
	return os.WriteFile(o.pki("done"), nil, 0o600)
}

func newCA(o options) (*x509.Certificate, *rsa.PrivateKey, error) {
	key, err := newKey(o.pki("ca.key"))
	if err != nil {
		return nil, nil, err
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "testbed"},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().AddDate(10, 0, 0),
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
		IsCA:                  true,
		BasicConstraintsValid: true,
	}
	ca, err := sign(o.pki("ca.crt"), template, template, &key.PublicKey, key)
	return ca, key, err
}

func newCertificate(o options, ca *x509.Certificate, caKey *rsa.PrivateKey, id identity) error {
	key, err := newKey(o.pki(id.file + ".key"))
	if err != nil {
		return err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: id.commonName, Organization: id.organization},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().AddDate(10, 0, 0),
		KeyUsage:     x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		IPAddresses:  id.ips,
		DNSNames:     id.dns,
	}
	_, err = sign(o.pki(id.file+".crt"), template, ca, &key.PublicKey, caKey)
	return err
}

func sign(path string, template, ca *x509.Certificate, public *rsa.PublicKey, caKey *rsa.PrivateKey) (*x509.Certificate, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, ca, public, caKey)
	if err != nil {
		return nil, err
	}
	if err := writePEM(path, "CERTIFICATE", der); err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

func newKey(path string) (*rsa.PrivateKey, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	return key, writePEM(path, "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key))
}

func writePEM(path, blockType string, der []byte) error {
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: blockType, Bytes: der}), 0o600)
}
