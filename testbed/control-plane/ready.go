package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"time"
)

const startTimeout = 120 * time.Second

// adminClient asks the programs of this very binary whether they are ready; some serve certificates they made up.
func adminClient(o options) (*http.Client, error) {
	pair, err := tls.LoadX509KeyPair(o.pki("admin.crt"), o.pki("admin.key"))
	if err != nil {
		return nil, err
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}, InsecureSkipVerify: true}
	return &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{TLSClientConfig: config}}, nil
}

// waitReady returns when url answers 200, or when something comes out of ended.
func waitReady(ctx context.Context, hc *http.Client, url string, ended <-chan error) error {
	answer := ""
	for deadline := time.Now().Add(startTimeout); time.Now().Before(deadline); {
		var ready bool
		if ready, answer = ask(hc, url); ready {
			return nil
		}
		select {
		case err := <-ended:
			return fmt.Errorf("ended before it was ready: %w", err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return fmt.Errorf("%s not ready after %s: %s", url, startTimeout, answer)
}

func ask(hc *http.Client, url string) (bool, string) {
	r, err := hc.Get(url)
	if err != nil {
		return false, err.Error()
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	return err == nil && r.StatusCode == http.StatusOK, string(b)
}
