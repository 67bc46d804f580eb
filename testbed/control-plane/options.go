package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
)

const (
	loopback    = "127.0.0.1"
	serviceCIDR = "10.96.0.0/16"
	serviceIP   = "10.96.0.1" // of the Service "kubernetes", the first of that range
	clientQPS   = 1000        // of controllers and scheduler, so that tests wait for work and not for a limiter
)

type options struct {
	dir     string // state, kept between runs
	port    int    // API server; the next three are etcd's, the controller manager's and the scheduler's
	address string // where clients and nodes reach the API server
}

func parseOptions(args []string) (options, error) {
	var o options
	fs := flag.NewFlagSet("up", flag.ContinueOnError)
	fs.StringVar(&o.dir, "dir", "", "state directory, kept between runs; the kubeconfig is written there")
	fs.IntVar(&o.port, "port", 6443, "port of the API server; the three after it are used as well")
	fs.StringVar(&o.address, "address", loopback, "IP address of the API server; it listens on loopback alone if it is that")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	if o.dir == "" {
		return o, errors.New("up: --dir is needed")
	}
	return o, nil
}

func (o options) server() string      { return fmt.Sprintf("https://%s:%d", o.address, o.port) }
func (o options) etcdPort() int       { return o.port + 1 }
func (o options) controllerPort() int { return o.port + 2 }
func (o options) schedulerPort() int  { return o.port + 3 }

func (o options) file(name string) string { return filepath.Join(o.dir, name) }
func (o options) pki(name string) string  { return filepath.Join(o.dir, "pki", name) }
