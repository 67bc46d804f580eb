// bench measures what an API server can do at most, to compare the engine with: it creates small objects from
// ready-made JSON, reads them as raw bytes, and removes them. No object is ever decoded. Each measurement is one line
// of JSON on stdout.
//
//	bench --kubeconfig FILE [--steps create,list,delete] [--kinds configmaps,secrets] [--count 10000] [--size 1024] ...
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type options struct {
	kubeconfig string
	namespace  string
	steps      []string
	kinds      []string
	count      int // of objects in all, shared out evenly among the kinds
	size       int // bytes of each object's only value
	clients    int
	repeat     int // of the list, as it is short
}

// measurement is one line of output; times in seconds, sizes in bytes.
type measurement struct {
	Measure string   `json:"measure"`
	Kinds   []string `json:"kinds"`
	Objects int      `json:"objects"`
	Size    int      `json:"size"`
	Clients int      `json:"clients"`
	Seconds float64  `json:"seconds"`
	Rate    float64  `json:"rate"` // objects per second
	Pages   int      `json:"pages,omitempty"`
	Bytes   int64    `json:"bytes,omitempty"`
}

func main() {
	o := parseOptions()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func parseOptions() options {
	var o options
	flag.StringVar(&o.kubeconfig, "kubeconfig", os.Getenv("KUBECONFIG"), "of a user who may create namespaces")
	flag.StringVar(&o.namespace, "namespace", "bench", "where the objects lie; made by create, removed by delete")
	steps := flag.String("steps", "create,list,delete", "what to do, in this order")
	kinds := flag.String("kinds", "configmaps", "configmaps, secrets or both")
	flag.IntVar(&o.count, "count", 10000, "objects in all")
	flag.IntVar(&o.size, "size", 1024, "bytes in each object")
	flag.IntVar(&o.clients, "clients", 32, "requests at a time")
	flag.IntVar(&o.repeat, "repeat", 3, "how often to list")
	flag.Parse()
	o.steps, o.kinds = strings.Split(*steps, ","), strings.Split(*kinds, ",")
	return o
}

func run(o options) error {
	a, err := connect(o.kubeconfig)
	if err != nil {
		return err
	}
	for _, step := range o.steps {
		if err := runStep(a, o, step); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	return nil
}

func runStep(a *api, o options, step string) error {
	switch step {
	case "create":
		if err := a.createNamespace(o.namespace); err != nil {
			return err
		}
		return report(o, step, func(m *measurement) error { return create(a, o, m) })
	case "list":
		for range o.repeat {
			if err := report(o, step, func(m *measurement) error { return list(a, o, m) }); err != nil {
				return err
			}
		}
		return nil
	case "delete":
		return report(o, step, func(m *measurement) error {
			m.Objects = o.count
			return a.deleteNamespace(o.namespace)
		})
	}
	return errors.New("no such step: create, list or delete")
}

func report(o options, measure string, work func(*measurement) error) error {
	m := measurement{Measure: measure, Kinds: o.kinds, Size: o.size, Clients: o.clients}
	begin := time.Now()
	if err := work(&m); err != nil {
		return err
	}
	m.Seconds = time.Since(begin).Seconds()
	m.Rate = float64(m.Objects) / m.Seconds
	return json.NewEncoder(os.Stdout).Encode(m)
}
