package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"
	"sync"
)

const pageSize = 500

// create makes all objects, o.clients at a time, and ends at the first failure.
func create(a *api, o options, m *measurement) error {
	numbers := make(chan int)
	failed := make(chan error, o.clients)
	var clients sync.WaitGroup
	for range o.clients {
		clients.Go(func() {
			for i := range numbers {
				kind := o.kinds[i%len(o.kinds)]
				if err := a.do("POST", collection(o, kind), object(kind, i, o.size), nil); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	err := feed(numbers, o.count, failed)
	clients.Wait()
	m.Objects = o.count
	select {
	case err = <-failed:
	default:
	}
	return err
}

func feed(numbers chan<- int, count int, failed <-chan error) error {
	defer close(numbers)
	for i := range count {
		select {
		case numbers <- i:
		case err := <-failed:
			return err
		}
	}
	return nil
}

func collection(o options, kind string) string {
	return "/api/v1/namespaces/" + o.namespace + "/" + kind
}

func object(kind string, i, size int) []byte {
	value := strings.Repeat("x", size)
	if kind == "secrets" {
		value = base64.StdEncoding.EncodeToString([]byte(value))
	}
	return fmt.Appendf(nil, `{"metadata":{"name":"o-%06d","labels":{"app":"a%d"}},"data":{"k":"%s"}}`, i, i%100, value)
}

// list reads all objects of the kinds in pages, as bytes; only the token of the next page is looked for.
func list(a *api, o options, m *measurement) error {
	var page bytes.Buffer
	for _, kind := range o.kinds {
		for token, more := "", true; more; {
			path := fmt.Sprintf("%s?limit=%d&continue=%s", collection(o, kind), pageSize, url.QueryEscape(token))
			if err := a.do("GET", path, nil, &page); err != nil {
				return err
			}
			m.Pages++
			m.Bytes += int64(page.Len())
			m.Objects += bytes.Count(page.Bytes(), []byte(`"uid":"`))
			token, more = nextPage(page.Bytes())
		}
	}
	return nil
}

// nextPage finds the token in the list's own metadata, which the server writes before the items.
func nextPage(page []byte) (string, bool) {
	head, _, _ := bytes.Cut(page, []byte(`"items":`))
	_, rest, found := bytes.Cut(head, []byte(`"continue":"`))
	if !found {
		return "", false
	}
	token, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(token), true
}
