package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

// api sends requests with the connection settings of a kubeconfig and without the client's rate limit.
type api struct {
	http   *http.Client
	server string
}

func connect(kubeconfig string) (*api, error) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return nil, err
	}
	transport, err := rest.TransportFor(config)
	if err != nil {
		return nil, err
	}
	return &api{&http.Client{Transport: transport}, strings.TrimRight(config.Host, "/")}, nil
}

// do returns the body of a good answer; it is copied to into, if that is not nil, so that buffers can be used again.
func (a *api) do(method, path string, body []byte, into *bytes.Buffer) error {
	request, err := http.NewRequest(method, a.server+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", "application/json")
	answer, err := a.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode/100 != 2 {
		text, _ := io.ReadAll(io.LimitReader(answer.Body, 500))
		return &refusal{answer.StatusCode, fmt.Sprintf("%s %s: %s", method, path, text)}
	}
	if into == nil {
		_, err = io.Copy(io.Discard, answer.Body)
		return err
	}
	into.Reset()
	_, err = into.ReadFrom(answer.Body)
	return err
}

type refusal struct {
	status int
	text   string
}

func (r *refusal) Error() string { return fmt.Sprintf("%d %s", r.status, r.text) }

func (a *api) createNamespace(name string) error {
	return a.do("POST", "/api/v1/namespaces", fmt.Appendf(nil, `{"metadata":{"name":%q}}`, name), nil)
}

// deleteNamespace returns when it has gone.
func (a *api) deleteNamespace(name string) error {
	path := "/api/v1/namespaces/" + name
	err := a.do("DELETE", path, nil, nil)
	for err == nil {
		time.Sleep(50 * time.Millisecond)
		err = a.do("GET", path, nil, nil)
	}
	if r := (*refusal)(nil); errors.As(err, &r) && r.status == http.StatusNotFound {
		return nil
	}
	return err
}
